/**
 * Runs services in one JVM: the same jars, settings, ports and traffic as in processes of
 * their own.
 */
@NullMarked
package org.parley.host;

import org.jspecify.annotations.NullMarked;
