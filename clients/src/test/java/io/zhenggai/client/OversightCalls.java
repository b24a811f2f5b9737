package io.zhenggai.client;

import static io.zhenggai.client.Answers.assertRefused;
import static io.zhenggai.client.Answers.etag;

import io.zhenggai.client.api.AuditApi;
import io.zhenggai.client.api.BoardApi;
import io.zhenggai.client.api.ContactsApi;
import io.zhenggai.client.api.DispatchesApi;
import io.zhenggai.client.api.FiguresApi;
import io.zhenggai.client.api.RemindersApi;
import io.zhenggai.client.model.CampaignView;
import io.zhenggai.client.model.ContactPost;
import io.zhenggai.client.model.ContactView;
import io.zhenggai.client.model.GroupBy;
import io.zhenggai.client.model.NewContact;
import io.zhenggai.client.model.NewRanking;
import io.zhenggai.embedded.system.LocalService;
import java.time.LocalDate;
import java.util.UUID;

/** Every operation on contacts, reminders, figures and what is on record. */
final class OversightCalls {

    private final Accounts accounts;
    private final String city;
    private final CampaignView campaign;

    OversightCalls(Accounts accounts, String city, CampaignView campaign) {
        this.accounts = accounts;
        this.city = city;
        this.campaign = campaign;
    }

    void make() throws ApiException {
        contacts();
        reminders();
        figures();
        audit();
    }

    private void contacts() throws ApiException {
        ContactsApi contacts = new ContactsApi(accounts.as("office:" + city));
        NewContact person = new NewContact()
                .region(city)
                .post(ContactPost.CONTACT)
                .unit("发改委")
                .name("张联络")
                .email("contact@offices.example");
        ApiResponse<ContactView> contact = contacts.nameContact(person).executeWithHttpInfo();
        UUID id = contact.getData().getId();
        contacts.listContacts().region(city).execute();
        contacts.readContact(id).execute();
        contact = contacts.changeContact(id, etag(contact), person.name("王联络")).executeWithHttpInfo();
        contacts.removeContact(id, etag(contact)).execute();
        assertRefused(404, () -> contacts.readContact(id).execute());
    }

    private void reminders() throws ApiException {
        RemindersApi reminders = new RemindersApi(accounts.as("province"));
        LocalDate from = campaign.getStart();
        LocalDate to = from.plusDays(7);
        reminders.listReminders().execute();
        reminders.rehearseReminders(from, to).execute();
        assertRefused(400, () -> reminders.rehearseReminders(to, from).execute());

        DispatchesApi dispatches = new DispatchesApi(accounts.as("province"));
        UUID first = dispatches.listDispatches().execute().getItems().get(0).getId();
        dispatches.readDispatch(first).execute();
    }

    private void figures() throws ApiException {
        UUID id = campaign.getId();
        new BoardApi(accounts.as("province")).readBoard(id).execute();
        FiguresApi office = new FiguresApi(accounts.as("office:" + city));
        office.readFigures().campaignId(id).groupBy(GroupBy.SOURCE).execute();
        office.readTrend().campaignId(id).execute();
        LocalDate start = campaign.getStart();
        office.compareFigures(start, start.plusMonths(1))
                .groupBy(GroupBy.SOURCE)
                .execute();
        assertRefused(
                400, () -> office.compareFigures(start, start.minusDays(1)).execute());
        FiguresApi province = new FiguresApi(accounts.as("province"));
        province.readRanking(id).execute();
        NewRanking ranking = new NewRanking().campaignId(id).title("整改情况排名");
        UUID published = province.publishRanking(ranking).execute().getId();
        office.listRankings().campaignId(id).execute();
        office.readPublishedRanking(published).execute();
        assertRefused(403, () -> office.readRanking(id).execute());
    }

    private void audit() throws ApiException {
        AuditApi audit = new AuditApi(accounts.as("auditor"));
        for (LocalService service : LocalService.behindGateway()) {
            audit.listAuditEntries(service.module()).execute();
            audit.listPersonalDataReads(service.module()).execute();
            audit.listSeals(service.module()).execute();
        }
    }
}
