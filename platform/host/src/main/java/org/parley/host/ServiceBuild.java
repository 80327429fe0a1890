package org.parley.host;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The build that a service is restarted from.
 *
 * @param jar its new jar; null for the last one
 * @param classes a folder with newer classes than the jar's; null if there are none
 */
record ServiceBuild(@Nullable Path jar, @Nullable Path classes) {
}
