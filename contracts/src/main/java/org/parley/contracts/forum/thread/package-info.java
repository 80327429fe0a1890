/** Events about threads. */
@NullMarked
package org.parley.contracts.forum.thread;

import org.jspecify.annotations.NullMarked;
