package org.shouxin.servicing.ledger.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouxin.chassis.persistence.Collected;
import org.shouxin.chassis.persistence.CollectedRows;
import org.shouxin.chassis.persistence.Statement;
import org.shouxin.servicing.ledger.PostingGroup;

/** The groups of one transaction, and their postings: two statements, however many they are. */
final class PostingRows implements Collected {

  private static final String GROUPS =
      """
      insert into posting_group (id, loan_id, business_date, reason, log_leaf_id, recorded_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::uuid[],
        $6::timestamptz[])""";
  private static final String POSTINGS =
      """
      insert into posting (group_id, loan_id, business_date, currency, account_code, amount_minor)
      select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::text[],
        $6::bigint[])""";

  private final CollectedRows groups =
      new CollectedRows(
          GROUPS,
          UUID.class,
          UUID.class,
          LocalDate.class,
          String.class,
          UUID.class,
          OffsetDateTime.class);
  private final CollectedRows postings =
      new CollectedRows(
          POSTINGS,
          UUID.class,
          UUID.class,
          LocalDate.class,
          String.class,
          String.class,
          Long.class);

  void add(UUID groupId, PostingGroup group, UUID logLeafId, Instant at) {
    OffsetDateTime recordedAt = OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    groups.add(
        groupId, group.loanId(), group.businessDate(), group.reason(), logLeafId, recordedAt);
    for (PostingGroup.Entry entry : group.entries()) {
      postings.add(
          groupId,
          group.loanId(),
          group.businessDate(),
          group.currency(),
          entry.account().code(),
          entry.minor());
    }
  }

  @Override
  public List<Statement> statements() {
    return Stream.of(groups, postings).flatMap(rows -> rows.statements().stream()).toList();
  }
}
