/** Query strings as records: bound and checked once, then remembered. */
@NullMarked
package org.parley.forum.query;

import org.jspecify.annotations.NullMarked;
