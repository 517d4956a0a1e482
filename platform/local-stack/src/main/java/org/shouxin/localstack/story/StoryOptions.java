package org.shouxin.localstack.story;

import java.net.URI;
import java.nio.file.Path;

/**
 * What the story is told with.
 *
 * @param count borrowers in the run
 * @param borrowersFile CSV of real borrowers, or null to generate them from the seed
 * @param seed of everything generated
 * @param gateway the only door of the suite
 * @param keycloak base URL of the identity provider, without the realm
 * @param standIns base URL of the stand-ins, without a party
 * @param workDir where the run may keep files (training rows, trained card, protocol)
 * @param riskServiceJar runnable jar of the risk service, whose command trains the scorecard
 * @param staffPassword password of the demo staff, whose user names are their roles
 * @param kafka bootstrap servers, read at the end to look for personal data in topics
 * @param logs directory with the services' log files, read at the end for the same
 */
public record StoryOptions(
    int count,
    Path borrowersFile,
    long seed,
    URI gateway,
    URI keycloak,
    URI standIns,
    Path workDir,
    Path riskServiceJar,
    String staffPassword,
    String kafka,
    Path logs) {}
