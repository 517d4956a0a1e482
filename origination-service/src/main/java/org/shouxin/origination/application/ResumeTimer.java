package org.shouxin.origination.application;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes up waiting applications again and again. */
@ApplicationScoped
public class ResumeTimer {

  private final ResumeApplications resume;
  private final Duration patience;

  ResumeTimer(
      ResumeApplications resume,
      @ConfigProperty(name = "shouxin.origination.resume.patience") Duration patience) {
    this.resume = resume;
    this.patience = patience;
  }

  /** One round. */
  @Scheduled(
      every = "{shouxin.origination.resume.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public Uni<Void> round() {
    return resume.round(patience);
  }
}
