package org.shouxin.risk.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.shouxin.chassis.json.Json;
import org.shouxin.risk.boosting.BoostedTrees;
import org.shouxin.risk.boosting.TreesInvalid;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.scorecard.CardDocument;
import org.shouxin.risk.scorecard.card.CardInvalid;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.validation.Calibration;

/**
 * A trained model: an immutable, versioned artefact that scores a row by itself.
 *
 * @param card null for trees alone
 * @param trees null for a card alone
 */
public record TrainedModel(
    String schema,
    String version,
    Purpose purpose,
    Study.Kind kind,
    Scorecard card,
    BoostedTrees trees,
    Calibration calibration,
    ModelCard report) {

  public static final String SCHEMA = "shouxin.model/1";

  public TrainedModel {
    boolean complete =
        SCHEMA.equals(schema)
            && version != null
            && version.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
            && purpose != null
            && kind != null
            && calibration != null
            && report != null
            && (kind == Study.Kind.BOOSTING) == (card == null)
            && (kind == Study.Kind.CARD) == (trees == null);
    if (!complete) {
      throw new DataRefused("MODEL_COMPLETE", "a part of the model is missing or does not fit");
    }
  }

  /** The artefact's bytes: equal models are equal bytes. */
  public byte[] bytes() {
    return CardDocument.write(this);
  }

  /** Reads an artefact strictly; names the rule it breaks. */
  public static TrainedModel read(String json) {
    if (json == null || json.isBlank()) {
      throw new DataRefused("MODEL_READABLE", "not a model");
    }
    try {
      TrainedModel model = Json.strict().readValue(json, TrainedModel.class);
      if (model == null) {
        throw new DataRefused("MODEL_READABLE", "not a model");
      }
      return model;
    } catch (JsonMappingException unmapped) {
      throw cause(unmapped);
    } catch (JsonProcessingException unreadable) {
      throw new DataRefused("MODEL_READABLE", "not well-formed JSON");
    }
  }

  private static DataRefused cause(JsonMappingException unmapped) {
    Throwable cause = unmapped.getCause();
    if (cause instanceof DataRefused refused) {
      return refused;
    }
    if (cause instanceof CardInvalid invalid) {
      return new DataRefused(invalid.rule(), invalid.pointer() + ": " + invalid.getMessage());
    }
    if (cause instanceof TreesInvalid invalid) {
      return new DataRefused(invalid.rule(), invalid.getMessage());
    }
    return new DataRefused("MODEL_READABLE", "unknown, missing or of the wrong type");
  }
}
