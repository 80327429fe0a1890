/**
 * Pictures of the brand: logos and the icon of the forum.
 */
@NullMarked
package org.parley.auth.signin.brand;

import org.jspecify.annotations.NullMarked;
