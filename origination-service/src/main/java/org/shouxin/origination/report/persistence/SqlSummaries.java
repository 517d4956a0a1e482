package org.shouxin.origination.report.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.report.Summaries;
import org.shouxin.origination.report.Summary;

/** Counts, set by set, in the service's own database. */
@ApplicationScoped
class SqlSummaries implements Summaries {

  private static final String BORROWERS = "select state, count(*) from borrower group by state";
  private static final String APPLICATIONS =
      "select state, count(*) from application group by state";
  private static final String LOANS =
      "select loan_state, count(*) from application where loan_state is not null"
          + " group by loan_state";
  private static final String DECLINES =
      "select split_part(line, ' ', 1), count(*) from application,"
          + " lateral string_to_table(reasons, chr(10)) as line"
          + " where state = 'DECLINED' group by 1";
  private static final String OTHERS =
      "select 'approvals', count(*) from application where approved_minor is not null"
          + " union all select 'disclosures', count(*) from contact_disclosure";

  private final UnitOfWork unitOfWork;

  SqlSummaries(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Summary> now() {
    return unitOfWork.reading(
        () ->
            counts(BORROWERS)
                .chain(
                    borrowers ->
                        counts(APPLICATIONS)
                            .chain(
                                applications ->
                                    counts(LOANS)
                                        .chain(loans -> rest(borrowers, applications, loans)))));
  }

  private Uni<Summary> rest(
      Map<String, Long> borrowers, Map<String, Long> applications, Map<String, Long> loans) {
    return counts(DECLINES)
        .chain(
            declines ->
                counts(OTHERS)
                    .map(
                        others ->
                            new Summary(
                                borrowers,
                                applications,
                                others.get("approvals"),
                                declines,
                                loans,
                                others.get("disclosures"))));
  }

  private Uni<Map<String, Long>> counts(String sql) {
    return unitOfWork
        .session()
        .chain(session -> session.createNativeQuery(sql, Object[].class).getResultList())
        .map(SqlSummaries::counts);
  }

  private static Map<String, Long> counts(List<Object[]> rows) {
    Map<String, Long> counts = new TreeMap<>();
    rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
    return counts;
  }
}
