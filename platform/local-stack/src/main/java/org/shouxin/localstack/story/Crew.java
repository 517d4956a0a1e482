package org.shouxin.localstack.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.shouxin.localstack.story.client.StoryFailure;

/** A few threads that act for many people at once. */
final class Crew implements AutoCloseable {

  private static final int THREADS = 8;

  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "story");
            thread.setDaemon(true);
            return thread;
          });

  /** Does the work for everybody, and returns when all is done; the first failure is thrown. */
  <T> void forEach(Collection<T> all, Consumer<T> work) {
    List<Future<?>> running = new ArrayList<>();
    all.forEach(each -> running.add(pool.submit(() -> work.accept(each))));
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException failed) {
      running.forEach(each -> each.cancel(true));
      if (failed.getCause() instanceof StoryFailure failure) {
        throw failure;
      }
      throw new StoryFailure(failed.getCause().toString(), failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoryFailure("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
