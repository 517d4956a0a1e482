package org.shouxin.localstack.story;

import org.shouxin.localstack.standin.StandInAdmin;
import org.shouxin.localstack.story.client.Gateway;
import org.shouxin.localstack.story.client.Keycloak;
import org.shouxin.localstack.story.client.Login;

/** Where the story plays: the door of the suite, the outside world, the staff, and the teller. */
record Scene(
    Gateway gateway,
    Keycloak keycloak,
    StandInAdmin outside,
    Staff staff,
    Narrator narrator,
    Tally tally,
    Crew crew) {

  /** The lender's people. */
  record Staff(Login officer, Login reviewer, Login collector, Login auditor, Login admin) {

    static Staff of(Keycloak keycloak, String password) {
      return new Staff(
          keycloak.staff("officer", password),
          keycloak.staff("reviewer", password),
          keycloak.staff("collector", password),
          keycloak.staff("auditor", password),
          keycloak.staff("admin", password));
    }
  }

  void tell(Life life, String what, Object figure) {
    narrator.tell(life.alias(), what, figure);
  }
}
