package org.shouxin.risk.registry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shouxin.risk.training.ModelScorer;
import org.shouxin.risk.training.Purpose;
import org.shouxin.risk.training.TrainedModel;
import org.shouxin.risk.validation.Rounded;

/**
 * Asks the models of a purpose about one row: the champion, or the challenger for its share, says
 * what counts; the others' answers are told beside it. Runs in the caller's unit of work.
 */
@ApplicationScoped
public class AskModels {

  private static final int SCORERS_KEPT_MAX = 32;

  private final Models models;
  private final Map<String, ModelScorer> scorers = new ConcurrentHashMap<>();

  AskModels(Models models) {
    this.models = models;
  }

  /**
   * @param decides whether this answer counts
   * @param probability of the bad outcome, six places
   */
  public record Answer(String version, Stage stage, boolean decides, double probability) {}

  /**
   * @param subject who is asked about, a tag or an id; chooses between champion and challenger
   * @param values texts by feature name; left out is missing
   * @return none when no model of the purpose is live
   */
  public Uni<List<Answer>> ask(Purpose purpose, String subject, Map<String, String> values) {
    return models
        .live(purpose)
        .chain(
            live -> {
              String decider =
                  ChallengerSplit.decider(live, subject).map(RegisteredModel::version).orElse(null);
              return Multi.createFrom()
                  .iterable(live)
                  .onItem()
                  .transformToUniAndConcatenate(each -> answer(each, decider, values))
                  .collect()
                  .asList()
                  .map(AskModels::deciderFirst);
            });
  }

  private static List<Answer> deciderFirst(List<Answer> answers) {
    List<Answer> sorted = new ArrayList<>(answers);
    sorted.sort(Comparator.comparing((Answer each) -> !each.decides()));
    return sorted;
  }

  private Uni<Answer> answer(RegisteredModel model, String decider, Map<String, String> values) {
    return scorer(model.version())
        .map(
            scorer ->
                new Answer(
                    model.version(),
                    model.stage(),
                    model.version().equals(decider),
                    Rounded.sixPlaces(scorer.probability(values))));
  }

  private Uni<ModelScorer> scorer(String version) {
    ModelScorer known = scorers.get(version);
    return known != null
        ? Uni.createFrom().item(known)
        : models.document(version).map(document -> keep(version, document));
  }

  private ModelScorer keep(String version, String document) {
    if (scorers.size() >= SCORERS_KEPT_MAX) {
      scorers.clear();
    }
    return scorers.computeIfAbsent(version, any -> new ModelScorer(TrainedModel.read(document)));
  }
}
