/** Events about merged and split threads, for other services and for this process. */
@NullMarked
package org.parley.forum.relocation.event;

import org.jspecify.annotations.NullMarked;
