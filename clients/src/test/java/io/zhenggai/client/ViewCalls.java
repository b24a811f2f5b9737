package io.zhenggai.client;

import static io.zhenggai.client.Answers.assertRefused;
import static io.zhenggai.client.Answers.etag;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.client.api.IssueViewsApi;
import io.zhenggai.client.model.IssueFilter;
import io.zhenggai.client.model.IssueSort;
import io.zhenggai.client.model.IssueStatus;
import io.zhenggai.client.model.NewSavedView;
import io.zhenggai.client.model.SavedView;
import java.util.List;
import java.util.UUID;

/** Every operation on saved views. */
final class ViewCalls {

    private final IssueViewsApi views;
    private final String city;

    ViewCalls(Accounts accounts, String city) {
        this.views = new IssueViewsApi(accounts.as("office:" + city));
        this.city = city;
    }

    /** Keeps a view, looks at it, changes it, and removes it. */
    void make() throws ApiException {
        IssueFilter filter = new IssueFilter()
                .city(List.of(city))
                .status(List.of(IssueStatus.ASSIGNED, IssueStatus.IN_RECTIFICATION))
                .overdue(true);
        NewSavedView asked = new NewSavedView()
                .name("逾期未结 " + UUID.randomUUID())
                .filter(filter)
                .sort(IssueSort.DEADLINE);
        ApiResponse<SavedView> kept = views.keepIssueView(asked).executeWithHttpInfo();
        UUID id = kept.getData().getId();
        assertThat(kept.getData().getQuery())
                .isEqualTo("city=" + city + "&status=ASSIGNED&status=IN_RECTIFICATION&overdue=true&sort=DEADLINE");
        assertRefused(409, () -> views.keepIssueView(asked).execute());
        assertThat(views.listIssueViews().execute().getItems())
                .extracting(SavedView::getId)
                .contains(id);
        assertThat(views.readIssueView(id).execute().getFilter().getOverdue()).isTrue();
        kept = views.changeIssueView(id, etag(kept), asked.sort(IssueSort.SEVERITY))
                .executeWithHttpInfo();
        views.removeIssueView(id, etag(kept)).execute();
        assertRefused(404, () -> views.readIssueView(id).execute());
    }
}
