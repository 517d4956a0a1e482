package org.shouxin.servicing.ledger.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouxin.servicing.ledger.JournalGroup;
import org.shouxin.servicing.ledger.Journals;
import org.shouxin.servicing.ledger.PostingContent;

/** Journals by plain SQL; hashes are compared where the leaves are. */
@ApplicationScoped
public class SqlJournals implements Journals {

  private static final String ENTRIES =
      """
      select g.id, g.loan_id, g.business_date, g.reason, g.log_leaf_id, g.recorded_at,
        coalesce(p.currency, 'CNY') as currency, p.account_code, p.amount_minor,
        a.name_zh, a.name_en
      from (%s) g
      left join posting p on p.group_id = g.id
      left join account a on a.code = p.account_code
      order by g.business_date, g.id, p.id""";
  private static final String AFTER =
      ENTRIES.formatted(
          """
          select * from posting_group
          where (business_date, id) > ($1, $2) and business_date <= $3
          order by business_date, id limit $4""");
  private static final String FIND = ENTRIES.formatted("select * from posting_group where id = $1");
  private static final String UNPROVEN =
      """
      select c.group_id, l.id is null as missing
      from unnest($1::uuid[], $2::uuid[], $3::text[]) as c (group_id, leaf_id, content)
      left join log_leaf l on l.id = c.leaf_id
      where l.id is null
        or l.leaf_hash <> sha256('\\x00'::bytea || convert_to(c.content, 'UTF8'))""";
  private static final String NOT_KNOWN =
      """
      select id from log_leaf
      where kind = $1 and id > $2 and id <= $3 and id <> all ($4::uuid[])""";
  private static final String AROUND =
      """
      select
        (select log_leaf_id from posting_group where business_date < $1
          order by business_date desc, id desc limit 1) as before,
        (select log_leaf_id from posting_group where business_date > $2
          order by business_date, id limit 1) as behind""";
  private static final UUID LOWEST = new UUID(0L, 0L);
  private static final UUID HIGHEST = new UUID(-1L, -1L);

  /** A leaf is about the loan of its group, or about the group itself. */
  private static final String NAMED =
      """
      select g.log_leaf_id
      from log_leaf l join posting_group g on g.loan_id = l.subject_id::uuid
      where l.id = any ($1::uuid[]) and g.log_leaf_id = l.id
      union all
      select g.log_leaf_id
      from log_leaf l join posting_group g on g.id = l.subject_id::uuid
      where l.id = any ($1::uuid[]) and g.log_leaf_id = l.id""";

  private final Pool pool;

  SqlJournals(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<JournalGroup>> after(JournalGroup.Place place, LocalDate to, int groupsMax) {
    return pool.preparedQuery(AFTER)
        .execute(Tuple.of(place.businessDate(), place.groupId(), to, groupsMax))
        .map(SqlJournals::groups);
  }

  @Override
  public Uni<Optional<JournalGroup>> find(UUID groupId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(groupId))
        .map(rows -> groups(rows).stream().findFirst());
  }

  @Override
  public Uni<List<Unproven>> unproven(List<JournalGroup> groups) {
    UUID[] ids = groups.stream().map(JournalGroup::groupId).toArray(UUID[]::new);
    UUID[] leaves = groups.stream().map(JournalGroup::logLeafId).toArray(UUID[]::new);
    String[] contents =
        groups.stream()
            .map(group -> new String(group.content(), StandardCharsets.UTF_8))
            .toArray(String[]::new);
    return pool.preparedQuery(UNPROVEN)
        .execute(Tuple.of(ids, leaves, contents))
        .map(
            rows -> {
              List<Unproven> unproven = new ArrayList<>();
              rows.forEach(
                  row ->
                      unproven.add(
                          new Unproven(row.getUUID("group_id"), row.getBoolean("missing"))));
              return unproven;
            });
  }

  @Override
  public Uni<List<UUID>> orphans(UUID behind, UUID upTo, Set<UUID> known) {
    return pool.preparedQuery(NOT_KNOWN)
        .execute(Tuple.of(PostingContent.LOG_KIND, behind, upTo, known.toArray(UUID[]::new)))
        .map(rows -> ids(rows, "id"))
        .chain(
            candidates ->
                candidates.isEmpty()
                    ? Uni.createFrom().item(candidates)
                    : pool.preparedQuery(NAMED)
                        .execute(Tuple.of((Object) candidates.toArray(UUID[]::new)))
                        .map(rows -> ids(rows, "log_leaf_id"))
                        .map(
                            named ->
                                candidates.stream().filter(id -> !named.contains(id)).toList()));
  }

  @Override
  public Uni<Around> around(LocalDate from, LocalDate to) {
    return pool.preparedQuery(AROUND)
        .execute(Tuple.of(from, to))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Around(
                    Objects.requireNonNullElse(row.getUUID("before"), LOWEST),
                    Objects.requireNonNullElse(row.getUUID("behind"), HIGHEST)));
  }

  private static List<UUID> ids(RowSet<Row> rows, String column) {
    List<UUID> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.getUUID(column)));
    return ids;
  }

  private static List<JournalGroup> groups(RowSet<Row> rows) {
    Map<UUID, List<Row>> byGroup = new LinkedHashMap<>();
    rows.forEach(
        row -> byGroup.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>()).add(row));
    return byGroup.values().stream().map(SqlJournals::group).toList();
  }

  private static JournalGroup group(List<Row> rows) {
    Row first = rows.get(0);
    return new JournalGroup(
        first.getUUID("id"),
        first.getUUID("loan_id"),
        first.getLocalDate("business_date"),
        first.getString("reason"),
        first.getString("currency"),
        first.getUUID("log_leaf_id"),
        first.getOffsetDateTime("recorded_at").toInstant(),
        rows.stream()
            .filter(row -> row.getString("account_code") != null)
            .map(SqlJournals::entry)
            .toList());
  }

  private static JournalGroup.Entry entry(Row row) {
    return new JournalGroup.Entry(
        row.getString("account_code"),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getLong("amount_minor"));
  }
}
