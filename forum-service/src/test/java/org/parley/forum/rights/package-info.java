/** The table of rights in the documentation, tried cell by cell. */
@NullMarked
package org.parley.forum.rights;

import org.jspecify.annotations.NullMarked;
