package org.shouxin.localstack.story.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the borrowers of a run come from, and the past loans their scorecard is trained on. */
public interface Cast {

  /** Where the borrowers come from, for the first line of the story. */
  String origin();

  List<BorrowerPlan> borrowers();

  /**
   * Writes past loans, none of them a borrower of the run, as the risk service's training command
   * reads them: features by name, {@code bad}, and traits that are measured, never scored.
   *
   * @return how many rows
   */
  int writeHistory(Path csv) throws IOException;
}
