package io.zhenggai.notification.testsupport;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The world around the service under test: the clock, the other services, people who call it, and their mailboxes. */
@Singleton
public class Stage {

    private final BusinessClock clock;
    private final AgroalDataSource dataSource;
    private final OtherServices others = new OtherServices();
    private final Map<UUID, Long> versions = new HashMap<>();
    private boolean saidSomething;
    private int mailsBefore;

    Stage(BusinessClock clock, AgroalDataSource dataSource) {
        this.clock = clock;
        this.dataSource = dataSource;
    }

    @PreDestroy
    void close() {
        others.close();
    }

    /** Nothing is owed, nobody is named, nothing was ever sent; it is the morning of the first day, before nine. */
    public void reset() {
        MailDoor.open();
        at("2021-10-19 08:00");
        if (saidSomething) {
            await().atMost(Duration.ofSeconds(30)).until(() -> pending().getLong("lag") == 0);
        }
        execute("truncate campaign, owed, contact, dispatch_attempt, dispatch_item, dispatch, reminder");
        execute("update planning set planned_day = null, dirty = false");
        saidSomething = false;
        mailsBefore = Infrastructure.current().mails().size();
    }

    /** Puts the clock to a moment in Shanghai, such as {@code 2021-10-22 09:00} or {@code 2021-10-22 08:59:59.999999}. */
    public Instant at(String moment) {
        Instant instant = LocalDateTime.parse(moment.replace(' ', 'T'))
                .atZone(BusinessTime.ZONE)
                .toInstant();
        clock.freezeAt(instant);
        return instant;
    }

    /** Lets the service do all that there is to do, as whoever steps the clock of the whole system does. */
    public void awaitIdle() {
        int[] idle = {0};
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    JsonPath pending = pending();
                    boolean nothing = pending.getLong("lag") == 0 && pending.getLong("due") == 0;
                    idle[0] = nothing ? idle[0] + 1 : 0;
                    return idle[0] == 2;
                });
    }

    /** Puts the clock there, once all that was said is heard, and lets the service do what is due then. */
    public void stepTo(String moment) {
        awaitHeard();
        at(moment);
        awaitIdle();
    }

    private void awaitHeard() {
        if (saidSomething) {
            await().atMost(Duration.ofSeconds(30)).until(() -> pending().getLong("lag") == 0);
            saidSomething = false;
        }
    }

    public JsonPath pending() {
        return given().get("/internal/pending").then().statusCode(200).extract().jsonPath();
    }

    /** The plan service tells, now. */
    public void tell(Obligation... obligations) {
        for (Obligation obligation : obligations) {
            say(obligation.event(), obligation.id(), obligation);
        }
    }

    /** The issue service tells, now. */
    public void tell(Issue... issues) {
        for (Issue issue : issues) {
            say("issue.changed.v1", issue.id(), issue);
        }
    }

    /** The issue service tells again how it stands, as changed last at that moment. */
    public void tellAgain(Issue issue, Instant changedAt) {
        tellAgain("issue.snapshot.v1", issue.id(), changedAt, issue);
    }

    /** The plan service tells again how it stands, as changed last at that moment. */
    public void tellAgain(Obligation obligation, Instant changedAt) {
        tellAgain("obligation.snapshot.v1", obligation.id(), changedAt, obligation);
    }

    private void tellAgain(String type, UUID id, Instant changedAt, Object state) {
        saidSomething = true;
        others.say(type, id, versions.get(id), changedAt, state);
    }

    /** The service loses what it knew is owed, and that it ever heard of it. */
    public void forgetWhatIsOwed() {
        awaitHeard();
        execute("truncate owed");
        execute("delete from consumed_version where aggregate_type in ('issue', 'obligation')");
    }

    /** Somebody tells, now. */
    public void say(String type, UUID id, Object state) {
        saidSomething = true;
        others.say(type, id, versions.merge(id, 1L, Long::sum), clock.instant(), state);
    }

    /** The province names who holds a post. Returns the contact's id. */
    public String name(String region, String post, String email) {
        return name(Map.of("region", region, "post", post, "name", "张联络", "email", email));
    }

    public String name(Map<String, String> contact) {
        return as("province")
                .body(contact)
                .post("/api/v1/contacts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A contact of an office, by a usual address. */
    public String nameContact(String region) {
        return name(region, "CONTACT", addressOf(region));
    }

    public static String addressOf(String region) {
        return "contact-" + region + "@offices.example";
    }

    /** Somebody who is signed in with a demonstration account such as {@code office:410100}. */
    public RequestSpecification as(String account) {
        return given().auth().oauth2(Infrastructure.current().token(account)).contentType("application/json");
    }

    /** What is answered to who asks; the status must be 200. */
    public JsonPath ask(String account, String path) {
        return as(account).get(path).then().statusCode(200).extract().jsonPath();
    }

    /** All mails that the server took since the reset, in order of arrival. */
    public List<ReceivedMail> mails() {
        List<ReceivedMail> all = ReceivedMail.in(Infrastructure.current().mailDirectory());
        return all.subList(mailsBefore, all.size());
    }

    public List<ReceivedMail> mailsTo(String address) {
        return mails().stream()
                .filter(mail -> mail.recipients().contains(address))
                .toList();
    }

    public void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** One number. */
    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** One value as text. */
    public String text(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
