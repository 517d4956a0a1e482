package org.shouxin.risk.assessment.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.json.Json;
import org.shouxin.risk.assessment.model.Assessment;

/**
 * An assessment with everything that led to it.
 *
 * @param facts as they were at the decision
 * @param result with every rule's evaluation and every feature's points
 */
public record AssessmentRecordView(
    AssessmentView summary, JsonNode facts, JsonNode result, String resultHash, UUID logLeafId) {

  static AssessmentRecordView of(Assessment stored, Locale locale) {
    return new AssessmentRecordView(
        AssessmentView.of(stored, locale),
        tree(stored.facts()),
        tree(stored.result()),
        stored.resultSha256(),
        stored.logLeafId());
  }

  private static JsonNode tree(String json) {
    try {
      return Json.strict().readTree(json);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("kept JSON is unreadable", unreadable);
    }
  }
}
