/** Events of social-service about follows and blocks. */
@NullMarked
package org.parley.contracts.social.relation;

import org.jspecify.annotations.NullMarked;
