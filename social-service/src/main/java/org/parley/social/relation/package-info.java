/** Who follows and who blocks whom, and what people may see of each other. */
@NullMarked
package org.parley.social.relation;

import org.jspecify.annotations.NullMarked;
