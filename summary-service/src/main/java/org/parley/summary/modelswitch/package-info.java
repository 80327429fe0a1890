/** Switches of the chat model, one per category of the forum, and their audit. */
@NullMarked
package org.parley.summary.modelswitch;

import org.jspecify.annotations.NullMarked;
