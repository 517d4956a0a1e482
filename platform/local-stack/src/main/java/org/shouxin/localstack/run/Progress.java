package org.shouxin.localstack.run;

import java.time.Duration;

/** Who hears how the start and the stop of a stack go on. */
public interface Progress {
  /** For those who do not want to know. */
  Progress SILENT =
      new Progress() {
        @Override
        public void starting(String name) {}

        @Override
        public void ready(String name, Duration took, String where) {}

        @Override
        public void say(String line) {}
      };

  void starting(String name);

  void ready(String name, Duration took, String where);

  void say(String line);
}
