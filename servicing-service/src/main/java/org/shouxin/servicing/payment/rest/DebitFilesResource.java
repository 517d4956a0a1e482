package org.shouxin.servicing.payment.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.payment.TakeDebitFile;
import org.shouxin.servicing.payment.TakeDebitFile.LineOutcome;
import org.shouxin.servicing.payment.model.DebitFile;

/** Files in which the bank tells what became of many debits. */
@Path("/v1/debit-files")
public class DebitFilesResource {

  private final TakeDebitFile take;
  private final Idempotency idempotency;

  DebitFilesResource(TakeDebitFile take, Idempotency idempotency) {
    this.take = take;
    this.idempotency = idempotency;
  }

  /** How often each outcome came, and every line with its own. */
  public record Report(int lines, Map<String, Long> outcomes, List<LineOutcome> details) {

    static Report of(List<LineOutcome> details) {
      return new Report(
          details.size(),
          details.stream()
              .collect(
                  Collectors.groupingBy(LineOutcome::outcome, TreeMap::new, Collectors.counting())),
          details);
    }
  }

  /** One JSON object a line; blank lines are passed over. */
  @POST
  @RolesAllowed({"officer", "service"})
  @Consumes("application/x-ndjson")
  public Uni<Response> ndjson(@HeaderParam(Idempotency.HEADER) String key, String body) {
    DebitFile file = DebitFileText.ndjson(required(body));
    return once(key, body, file);
  }

  /** CSV whose first line names the fields. */
  @POST
  @RolesAllowed({"officer", "service"})
  @Consumes("text/csv")
  public Uni<Response> csv(@HeaderParam(Idempotency.HEADER) String key, String body) {
    DebitFile file = DebitFileText.csv(required(body));
    return once(key, body, file);
  }

  private Uni<Response> once(String key, String body, DebitFile file) {
    return idempotency.once(
        key,
        body,
        Response.Status.OK.getStatusCode(),
        () -> take.handle(file),
        details -> Uni.createFrom().item(Report.of(details)));
  }

  private static String required(String body) {
    if (body == null || body.isBlank()) {
      throw Invalid.field("/lines", "DEBIT_FILE_LINES", "a file has lines");
    }
    return body;
  }
}
