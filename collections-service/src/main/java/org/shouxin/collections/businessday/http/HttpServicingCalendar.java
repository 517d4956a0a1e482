package org.shouxin.collections.businessday.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.collections.businessday.ServicingCalendar;

@ApplicationScoped
class HttpServicingCalendar implements ServicingCalendar {
  private static final String PARTY = "servicing";

  private final ServicingDays servicing;
  private final RemoteCalls calls;

  HttpServicingCalendar(@RestClient ServicingDays servicing, RemoteCalls calls) {
    this.servicing = servicing;
    this.calls = calls;
  }

  @Override
  public Uni<LocalDate> currentDate() {
    return calls.call(PARTY, servicing::current).map(ServicingDays.Current::date);
  }
}
