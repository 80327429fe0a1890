/** Tests of the rights table in the documentation. */
@NullMarked
package org.parley.forum.rights;

import org.jspecify.annotations.NullMarked;
