/** Asks a chat model for a summary, and believes only an answer of the right form. */
@NullMarked
package org.parley.summary.engine.chat;

import org.jspecify.annotations.NullMarked;
