/** Query strings as records, which are bound and validated once and then cached. */
@NullMarked
package org.parley.forum.query;

import org.jspecify.annotations.NullMarked;
