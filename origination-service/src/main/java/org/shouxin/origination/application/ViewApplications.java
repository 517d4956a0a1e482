package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.application.model.ApplicationState;
import org.shouxin.origination.application.model.LoanApplication;
import org.shouxin.origination.borrower.DescribeApplicant;

/** Shows applications: to staff any, to a borrower the own. */
@ApplicationScoped
public class ViewApplications {

  private final Applications applications;
  private final DescribeApplicant applicants;
  private final UnitOfWork unitOfWork;

  ViewApplications(Applications applications, DescribeApplicant applicants, UnitOfWork unitOfWork) {
    this.applications = applications;
    this.applicants = applicants;
    this.unitOfWork = unitOfWork;
  }

  /** Any application. */
  public Uni<LoanApplication> any(UUID id) {
    return unitOfWork.reading(
        () ->
            applications
                .byId(id)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("application", id)));
  }

  /** The caller's own; somebody else's is not found. */
  public Uni<LoanApplication> own(UUID id, String subject) {
    return unitOfWork.reading(
        () ->
            applicants
                .idBehind(subject)
                .chain(
                    borrowerId ->
                        applications
                            .byId(id)
                            .map(
                                application -> {
                                  if (application == null
                                      || !application.borrowerId().equals(borrowerId)) {
                                    throw new NotFound("application", id);
                                  }
                                  return application;
                                })));
  }

  /** A page by state, oldest first, with one row more than the limit. */
  public Uni<List<LoanApplication>> inState(ApplicationState state, UUID after, int limit) {
    return unitOfWork.reading(() -> applications.inState(state, after, limit + 1));
  }

  /** A page of the caller's own, newest first, with one row more than the limit. */
  public Uni<List<LoanApplication>> own(String subject, UUID before, int limit) {
    return unitOfWork.reading(
        () ->
            applicants
                .idBehind(subject)
                .chain(id -> applications.ofBorrower(id, before, limit + 1)));
  }
}
