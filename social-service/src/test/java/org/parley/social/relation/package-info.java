/** Tests of follows and blocks. */
@NullMarked
package org.parley.social.relation;

import org.jspecify.annotations.NullMarked;
