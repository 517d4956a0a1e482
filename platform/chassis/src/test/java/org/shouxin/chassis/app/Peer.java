package org.shouxin.chassis.app;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Another service, as this one sees it. */
@Path("/peer")
@RegisterRestClient(configKey = "peer")
public interface Peer {

  /** Its answer. */
  record Answer(String name, BigDecimal rate, String traceparent) {}

  @GET
  @Path("{how}")
  Uni<Answer> ask(@PathParam("how") String how);
}
