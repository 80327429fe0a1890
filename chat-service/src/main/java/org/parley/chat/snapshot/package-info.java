/** Publishes the current state again, for new and restored consumers. */
@NullMarked
package org.parley.chat.snapshot;

import org.jspecify.annotations.NullMarked;
