package org.shouxin.risk.blacklist;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;

/** Looks an applicant's tags up, and keeps who met which entry. */
@ApplicationScoped
public class ScreenApplicant {

  private final BlacklistEntries entries;
  private final Subjects subjects;
  private final Ids ids;
  private final Clock clock;

  public ScreenApplicant(BlacklistEntries entries, Subjects subjects, Ids ids, Clock clock) {
    this.entries = entries;
    this.subjects = subjects;
    this.ids = ids;
    this.clock = clock;
  }

  /** Runs in the transaction of the assessment. */
  public Uni<List<Hit>> screen(Subjects.Inquiry inquiry, String personTag, String phoneTag) {
    List<Tag> tags =
        List.of(new Tag(Tag.Kind.PERSON, personTag), new Tag(Tag.Kind.PHONE, phoneTag));
    return subjects
        .remember(inquiry.borrowerId(), tags)
        .chain(() -> entries.matching(tags))
        .call(hits -> record(inquiry, hits));
  }

  /** The borrower asked to be forgotten. */
  public Uni<Void> forget(UUID borrowerId) {
    return subjects.forget(borrowerId);
  }

  private Uni<Void> record(Subjects.Inquiry inquiry, List<Hit> hits) {
    return Multi.createFrom()
        .iterable(hits)
        .onItem()
        .transformToUniAndConcatenate(
            hit -> subjects.record(ids.next(), hit, inquiry, clock.instant()))
        .collect()
        .last();
  }
}
