import { useHotkeys } from "@mantine/hooks";
import { Link, Navigate, Outlet, useNavigate } from "@tanstack/react-router";
import { t } from "../../text";
import { useMay } from "../rights";
import { useSession } from "../session";
import { Connection } from "./Connection";
import { More } from "./More";
import { main, more } from "./places";
import { Switches } from "./Switches";
import classes from "./shell.module.css";

/** The frame of every screen: places at the side on a desk, at the bottom on a phone. */
export function Shell() {
  const navigate = useNavigate();
  const may = useMay();
  const now = useSession();
  useHotkeys([["/", () => may("ask") && void navigate({ to: "/ask" })]]);
  if (!now) return <Navigate to="/login" />;
  return (
    <div className={classes.frame}>
      <a href="#content" className="skip">
        {t.app.skip}
      </a>
      <header className={classes.header}>
        <Switches />
      </header>
      <SidePlaces />
      <main id="content" className={classes.main}>
        <Connection />
        {/* Another business or storefront starts every screen anew. */}
        <Outlet key={`${now.businessId} ${now.storefrontId ?? ""}`} />
      </main>
      <BottomPlaces />
    </div>
  );
}

function SidePlaces() {
  const may = useMay();
  return (
    <nav className={classes.sides} aria-label={t.app.places}>
      {[main, more].map((group) => (
        <div key={group[0].to} className={classes.group}>
          {group
            .filter(({ right }) => may(right))
            .map(({ to, label, icon: Icon }) => (
              <Link key={to} to={to} className={classes.side} activeOptions={{ exact: to === "/" }}>
                <Icon size={20} stroke={1.6} aria-hidden />
                {label}
              </Link>
            ))}
        </div>
      ))}
    </nav>
  );
}

function BottomPlaces() {
  const may = useMay();
  return (
    <nav className={classes.bottom} aria-label={t.app.places}>
      {main
        .filter(({ right }) => may(right))
        .map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: to === "/" }}>
            <Icon size={22} stroke={1.6} aria-hidden />
            {label}
          </Link>
        ))}
      <More />
    </nav>
  );
}
