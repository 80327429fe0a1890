/**
 * The program that decodes pictures, with limits, in a process of its own. Uses nothing
 * but the JDK.
 */
@NullMarked
package org.parley.media.decoder.child;

import org.jspecify.annotations.NullMarked;
