package org.shouxin.collections.report.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.report.Summaries;
import org.shouxin.collections.report.Summary;
import org.shouxin.collections.report.Summary.CaseCount;
import org.shouxin.collections.report.Summary.ContactCount;
import org.shouxin.collections.report.Summary.HoldCount;
import org.shouxin.collections.report.Summary.PromiseCount;
import org.shouxin.collections.report.Summary.RefusalCount;

/** One grouped query per part, one after the other on the same session. */
@ApplicationScoped
class SqlSummaries implements Summaries {
  private static final String CASES =
      """
      select state, tier, outcome, count(*) from collection_case
      group by state, tier, outcome order by state, tier, outcome
      """;
  private static final String PROMISES =
      "select state, count(*) from promise group by state order by state";
  private static final String CONTACTS =
      """
      select channel, state, count(*) from contact
      group by channel, state order by channel, state
      """;
  private static final String REFUSALS =
      "select rule, count(*) from contact_refusal group by rule order by rule";
  private static final String HOLDS =
      """
      select kind, count(*) from hold where released_on is null
      group by kind order by kind
      """;
  private static final String LOST =
      """
      select count(*) filter (where state = 'OPEN' and contact_lost),
             count(*) filter (where ever_lost),
             (select count(*) from reachability_step
              where from_state in ('EMPTY', 'RECYCLED') and to_state not in ('EMPTY', 'RECYCLED'))
      from collection_case
      """;

  private final UnitOfWork work;

  SqlSummaries(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Summary> now() {
    Parts parts = new Parts();
    return work.session()
        .call(
            s ->
                rows(s, CASES, r -> new CaseCount(text(r[0]), text(r[1]), text(r[2]), count(r[3])))
                    .invoke(parts.cases::addAll))
        .call(
            s ->
                rows(s, PROMISES, r -> new PromiseCount(text(r[0]), count(r[1])))
                    .invoke(parts.promises::addAll))
        .call(
            s ->
                rows(s, CONTACTS, r -> new ContactCount(text(r[0]), text(r[1]), count(r[2])))
                    .invoke(parts.contacts::addAll))
        .call(
            s ->
                rows(s, REFUSALS, r -> new RefusalCount(text(r[0]), count(r[1])))
                    .invoke(parts.refusals::addAll))
        .call(
            s ->
                rows(s, HOLDS, r -> new HoldCount(text(r[0]), count(r[1])))
                    .invoke(parts.holds::addAll))
        .chain(s -> rows(s, LOST, r -> r))
        .map(
            lost ->
                new Summary(
                    parts.cases,
                    parts.promises,
                    parts.contacts,
                    parts.refusals,
                    parts.holds,
                    count(lost.get(0)[0]),
                    count(lost.get(0)[1]),
                    count(lost.get(0)[2])));
  }

  /** What has been read so far. */
  private static final class Parts {
    private final List<CaseCount> cases = new ArrayList<>();
    private final List<PromiseCount> promises = new ArrayList<>();
    private final List<ContactCount> contacts = new ArrayList<>();
    private final List<RefusalCount> refusals = new ArrayList<>();
    private final List<HoldCount> holds = new ArrayList<>();
  }

  private static <T> Uni<List<T>> rows(
      Mutiny.Session session, String sql, Function<Object[], T> read) {
    return session
        .createNativeQuery(sql, Object[].class)
        .getResultList()
        .map(rows -> rows.stream().map(read).toList());
  }

  private static String text(Object value) {
    return (String) value;
  }

  private static long count(Object value) {
    return ((Number) value).longValue();
  }
}
