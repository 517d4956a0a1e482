package org.shouxin.collections.collectioncase.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouxin.chassis.page.Page;
import org.shouxin.collections.caserecord.CaseRecord;
import org.shouxin.collections.collectioncase.ShowRecords;

/** What happened in a case, as it stands in the verifiable log. */
@Path("/v1/cases/{id}/records")
@Tag(name = "cases")
public class RecordsResource {
  private final ShowRecords showRecords;

  public RecordsResource(ShowRecords showRecords) {
    this.showRecords = showRecords;
  }

  /**
   * One record.
   *
   * @param leafId to be asked for with {@code GET /v1/log/leaves/{leafId}/receipt}
   * @param content the exact text that the leaf is the hash of
   */
  public record RecordView(UUID leafId, String kind, String content, Instant keptAt) {
    static RecordView of(CaseRecord kept) {
      return new RecordView(kept.leafId(), kept.kind(), kept.content(), kept.keptAt());
    }
  }

  @GET
  @RolesAllowed({"collector", "agency", "officer", "auditor", "admin"})
  public Uni<Page<RecordView>> all(
      @PathParam("id") UUID caseId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Integer limit) {
    return showRecords
        .page(caseId, cursor, limit)
        .map(
            page ->
                new Page<>(page.items().stream().map(RecordView::of).toList(), page.nextCursor()));
  }
}
