/** Parts of the events of forum-service. */
@NullMarked
package org.parley.contracts.forum;

import org.jspecify.annotations.NullMarked;
