/** How a model is asked. */
@NullMarked
package org.parley.summary.engine.chat;

import org.jspecify.annotations.NullMarked;
