package org.shouxin.chassis.app;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Passes the question on to the peer. */
@Path("/v1/asked")
public class PeerResource {

  private final Peer peer;

  PeerResource(@RestClient Peer peer) {
    this.peer = peer;
  }

  @GET
  @Path("{how}")
  @RolesAllowed("officer")
  public Uni<Peer.Answer> ask(@PathParam("how") String how) {
    return peer.ask(how);
  }
}
