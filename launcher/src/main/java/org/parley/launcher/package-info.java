/**
 * Starts, watches and stops Parley on one machine, for people.
 */
@NullMarked
package org.parley.launcher;

import org.jspecify.annotations.NullMarked;
