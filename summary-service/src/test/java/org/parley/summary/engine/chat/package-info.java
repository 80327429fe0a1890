/** Tests of the chat engine. */
@NullMarked
package org.parley.summary.engine.chat;

import org.jspecify.annotations.NullMarked;
