package org.shouxin.risk.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.risk.assessment.model.Assessment;
import org.shouxin.risk.assessment.model.AssessmentFacts;
import org.shouxin.risk.assessment.model.policy.Ceilings;
import org.shouxin.risk.assessment.model.policy.Policy;
import org.shouxin.risk.digest.Sha256;

/** Decides again from the kept facts with the kept versions, and compares byte for byte. */
@ApplicationScoped
public class ReplayAssessment {

  private final Assessments assessments;
  private final PolicyCatalogue policies;
  private final DecideCase decide;

  public ReplayAssessment(Assessments assessments, PolicyCatalogue policies, DecideCase decide) {
    this.assessments = assessments;
    this.policies = policies;
    this.decide = decide;
  }

  /**
   * @param storedHash SHA-256 of the bytes kept when the decision was made
   * @param result as recomputed
   */
  public record Replay(
      UUID assessmentId,
      boolean identical,
      String storedHash,
      String replayedHash,
      UUID logLeafId,
      JsonNode result) {}

  public Uni<Replay> replay(UUID assessmentId) {
    return assessments
        .find(assessmentId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("assessment", assessmentId))
        .chain(this::replay);
  }

  private Uni<Replay> replay(Assessment stored) {
    AssessmentFacts facts = read(stored.facts(), AssessmentFacts.class);
    Policy policy = policies.version(stored.policyVersion()).orElseThrow(() -> gone("policy"));
    Ceilings ceilings =
        policies.ceilings(stored.ceilingsVersion()).orElseThrow(() -> gone("ceilings"));
    return decide
        .decide(facts, policy, ceilings, stored.scorecardVersion())
        .map(result -> compare(stored, CanonicalJson.bytes(result)));
  }

  private static Replay compare(Assessment stored, byte[] bytes) {
    byte[] kept = stored.result().getBytes(StandardCharsets.UTF_8);
    return new Replay(
        stored.id(),
        Arrays.equals(kept, bytes) && Sha256.hex(kept).equals(stored.resultSha256()),
        stored.resultSha256(),
        Sha256.hex(bytes),
        stored.logLeafId(),
        read(new String(bytes, StandardCharsets.UTF_8), JsonNode.class));
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.strict().readValue(json, type);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("kept JSON is unreadable", unreadable);
    }
  }

  private static RuleViolation gone(String what) {
    return RuleViolation.refused("VERSION_CARRIED", "this build no longer carries the " + what);
  }
}
