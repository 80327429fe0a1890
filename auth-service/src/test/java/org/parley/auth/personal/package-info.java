/** Tests of personal access tokens. */
@NullMarked
package org.parley.auth.personal;

import org.jspecify.annotations.NullMarked;
