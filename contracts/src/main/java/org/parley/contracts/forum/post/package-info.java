/** Events about posts. */
@NullMarked
package org.parley.contracts.forum.post;

import org.jspecify.annotations.NullMarked;
