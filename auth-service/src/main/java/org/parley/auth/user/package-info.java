/** People: their names, roles and profiles. */
@NullMarked
package org.parley.auth.user;

import org.jspecify.annotations.NullMarked;
