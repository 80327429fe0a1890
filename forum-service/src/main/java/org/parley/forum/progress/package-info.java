/** Progress: how far a person has read in a thread, and how much is new since. */
@NullMarked
package org.parley.forum.progress;

import org.jspecify.annotations.NullMarked;
