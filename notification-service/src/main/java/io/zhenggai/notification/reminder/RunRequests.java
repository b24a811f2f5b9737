package io.zhenggai.notification.reminder;

import io.zhenggai.notification.contact.ContactsChanged;
import io.zhenggai.notification.dispatch.DispatchGivenUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Asks for another run when something has changed that reminders may go by; within the transaction of the change. */
@ApplicationScoped
class RunRequests {

    private final PlanningState state;

    RunRequests(PlanningState state) {
        this.state = state;
    }

    void on(@Observes ContactsChanged event) {
        state.askForRun();
    }

    void on(@Observes DispatchGivenUp event) {
        state.askForRun();
    }
}
