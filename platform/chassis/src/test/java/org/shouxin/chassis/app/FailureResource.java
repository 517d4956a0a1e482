package org.shouxin.chassis.app;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.problem.Stale;
import org.shouxin.chassis.problem.Unavailable;
import org.shouxin.chassis.security.Caller;

/** Fails in every way a resource can. */
@Path("/v1/failures")
public class FailureResource {

  @Inject UnitOfWork unitOfWork;
  @Inject Caller caller;

  @GET
  @Path("{kind}")
  @RolesAllowed({"officer", "borrower"})
  public Uni<String> fail(@PathParam("kind") String kind) {
    return switch (kind) {
      case "rule" ->
          throw RuleViolation.conflict("TEST-RULE-01", "no").with("day", 3).field("/day");
      case "rule-without-text" -> throw RuleViolation.refused("TEST-RULE-02", "the detail thrown");
      case "invalid" -> throw Invalid.field("/a", "A_RULE", "wrong").and("/b", "B_RULE", "wrong");
      case "stale" -> throw new Stale("thing");
      case "unavailable" -> throw new Unavailable("peer");
      case "peer-refused" -> throw new ClientWebApplicationException(Response.status(401).build());
      case "peer-gone" -> throw new ProcessingException("connect refused to 10.0.0.1");
      case "web" -> throw new WebApplicationException(Response.status(429).build());
      case "unexpected" -> throw new IllegalStateException("secret org.shouxin.Internal detail");
      case "error" -> throw new StackOverflowError();
      case "late" -> Uni.createFrom().failure(new IllegalStateException("secret later"));
      case "sql" -> sql("select * from no_such_table");
      case "timeout" -> sql("select cast(pg_sleep(4.5) as text)");
      case "killed" -> sql("select cast(pg_terminate_backend(pg_backend_pid()) as text)");
      case "role" -> {
        caller.require("admin", "auditor");
        yield Uni.createFrom().item("no");
      }
      default -> Uni.createFrom().item(caller.subject() + " " + caller.clientId());
    };
  }

  private Uni<String> sql(String text) {
    return unitOfWork.inTransaction(
        () ->
            unitOfWork
                .session()
                .chain(s -> s.createNativeQuery(text, String.class).getSingleResult()));
  }
}
