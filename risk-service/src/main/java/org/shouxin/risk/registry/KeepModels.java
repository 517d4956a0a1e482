package org.shouxin.risk.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.shouxin.chassis.log.VerifiableLog;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.risk.digest.Sha256;
import org.shouxin.risk.training.TrainedModel;

/** Takes in trained models as drafts; a stored model never changes. */
@ApplicationScoped
public class KeepModels {

  private static final int LISTED_MAX = 200;

  private final Models models;
  private final VerifiableLog log;
  private final Clock clock;

  KeepModels(Models models, VerifiableLog log, Clock clock) {
    this.models = models;
    this.log = log;
    this.clock = clock;
  }

  /** Stores a model as a draft; the same bytes again are the same model. In a transaction. */
  public Uni<RegisteredModel> add(TrainedModel model, String by) {
    byte[] bytes = model.bytes();
    RegisteredModel draft =
        new RegisteredModel(
            model.version(),
            model.purpose(),
            model.kind().name(),
            Sha256.hex(bytes),
            Stage.DRAFT,
            0,
            clock.instant(),
            by);
    return models
        .add(draft, new String(bytes, StandardCharsets.UTF_8))
        .chain(
            added ->
                added
                    ? log.append("risk.model.added", model.version(), bytes).replaceWith(draft)
                    : sameBytes(draft));
  }

  private Uni<RegisteredModel> sameBytes(RegisteredModel offered) {
    return models
        .find(offered.version())
        .invoke(
            stored -> {
              if (!stored.sha256().equals(offered.sha256())) {
                throw RuleViolation.conflict(
                        "MODEL_VERSION_ONCE", "another model of this version is stored")
                    .with("version", offered.version());
              }
            });
  }

  public Uni<List<RegisteredModel>> list() {
    return models.newest(LISTED_MAX);
  }

  public Uni<RegisteredModel> get(String version) {
    return models.find(version).onItem().ifNull().failWith(() -> new NotFound("model", version));
  }

  /** The artefact, byte for byte. */
  public Uni<String> document(String version) {
    return models
        .document(version)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("model", version));
  }
}
