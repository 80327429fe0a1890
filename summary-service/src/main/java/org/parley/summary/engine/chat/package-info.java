/** The engine that calls a chat model and validates its answers. */
@NullMarked
package org.parley.summary.engine.chat;

import org.jspecify.annotations.NullMarked;
