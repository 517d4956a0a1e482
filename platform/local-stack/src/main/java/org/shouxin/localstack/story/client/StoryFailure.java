package org.shouxin.localstack.story.client;

/** The story cannot go on: something did not answer as it must, or did not answer in time. */
public final class StoryFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoryFailure(String message) {
    super(message);
  }

  public StoryFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
