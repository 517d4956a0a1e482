package org.shouxin.risk.report.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.report.RiskFigures;

@ApplicationScoped
class SqlRiskFigures implements RiskFigures {

  /** One statement: all figures are of the same moment. */
  private static final String FIGURES =
      """
      select 'outcome', outcome, count(*) from assessment group by outcome
      union all select 'grade', coalesce(grade, 'NONE'), count(*) from assessment group by grade
      union all select 'reason', code, count(*)
        from assessment, unnest(string_to_array(reasons, ',')) code group by code
      union all select 'lowered', split_part(cause, ':', 1), count(distinct borrower_id)
        from borrower_limit, unnest(string_to_array(restrictions, ' ')) cause where cause <> ''
        group by split_part(cause, ':', 1)
      union all select 'blacklist', state, count(*) from blacklist_entry group by state
      union all select 'hits', 'ALL', count(*) from blacklist_hit
      union all select 'alert', kind, count(*) from alert group by kind
      union all select 'stage', stage, count(*) from loan_exposure where state <> 'CLOSED'
        group by stage
      order by 1, 2""";

  private final UnitOfWork work;

  SqlRiskFigures(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Summary> summary() {
    return work.session()
        .chain(session -> session.createNativeQuery(FIGURES, Object[].class).getResultList())
        .map(
            rows -> {
              Map<String, Map<String, Long>> figures = new LinkedHashMap<>();
              rows.forEach(
                  row ->
                      figures
                          .computeIfAbsent((String) row[0], any -> new LinkedHashMap<>())
                          .put((String) row[1], ((Number) row[2]).longValue()));
              return summary(figures);
            });
  }

  private static Summary summary(Map<String, Map<String, Long>> figures) {
    Map<String, Long> outcomes = figures.getOrDefault("outcome", Map.of());
    return new Summary(
        outcomes.values().stream().mapToLong(Long::longValue).sum(),
        outcomes,
        figures.getOrDefault("grade", Map.of()),
        figures.getOrDefault("reason", Map.of()),
        figures.getOrDefault("lowered", Map.of()),
        figures.getOrDefault("blacklist", Map.of()),
        figures.getOrDefault("hits", Map.of()).getOrDefault("ALL", 0L),
        figures.getOrDefault("alert", Map.of()),
        figures.getOrDefault("stage", Map.of()));
  }
}
