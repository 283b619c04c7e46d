import { Dialog } from '@base-ui/react/dialog';
import { Link, Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import type { Action } from '../actions/action.ts';
import { KeysList } from '../actions/keys-list.tsx';
import { Palette } from '../actions/palette.tsx';
import { listenForShortcuts } from '../actions/shortcuts.ts';
import { useActions } from '../actions/store.ts';
import { navigation } from '../sections/registry.ts';
import { server } from '../server/server.ts';
import { Contents } from './contents.tsx';
import { nextTheme, shownTheme, showTheme } from './theme.ts';

/** What is around every page: navigation, commands, the list of keys. */
export function Frame() {
  const router = useRouter();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'keys' | 'menu' | null>(null);
  const focused = useRouterState({
    select: (state) => state.matches.some((match) => match.staticData.focused === true),
  });
  const place = useRouterState({ select: (state) => state.location.pathname });
  useEffect(listenForShortcuts, []);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [place]);

  const palette: Action = {
    id: 'frame.palette',
    label: 'Commands',
    key: 'Mod+k',
    group: 'Anywhere',
    handler: () => setOpen('palette'),
  };
  const keys: Action = {
    id: 'frame.keys',
    label: 'List the keys',
    key: '?',
    group: 'Anywhere',
    handler: () => setOpen('keys'),
  };
  const theme: Action = {
    id: 'frame.theme',
    label: 'Change between system, light and dark',
    key: 't',
    group: 'Anywhere',
    handler: () => {
      const next = nextTheme[shownTheme()];
      showTheme(next);
      void server.changeSettings({ body: { theme: next } });
    },
  };
  useActions([
    palette,
    keys,
    theme,
    ...(focused
      ? []
      : [
          {
            id: 'frame.back',
            label: 'Back to the page before',
            key: 'b',
            group: 'Anywhere',
            handler: () => router.history.back(),
          },
        ]),
    ...navigation.flatMap(({ sections }) =>
      sections.map((section) => ({
        id: `go.${section.id}`,
        label: `Go to ${section.label}`,
        key: section.key,
        group: 'Go to',
        handler: () => void navigate({ to: section.path }),
      })),
    ),
  ]);

  const close = (next: boolean) => setOpen((was) => (next ? was : null));
  return (
    <>
      <a className="skip visually-hidden" href="#page">
        Skip to the page
      </a>
      <div className={focused ? 'shell focused' : 'shell'}>
        {!focused && (
          <>
            <header className="rail">
              <Link to="/" className="wordmark" aria-label="Legible, today">
                Legible
              </Link>
              <Contents />
              <div className="rail-foot">
                <ActionButton action={palette} look="quiet" />
                <ActionButton action={keys} look="quiet" />
              </div>
            </header>
            <header className="topbar">
              <Link to="/" className="wordmark" aria-label="Legible, today">
                Legible
              </Link>
              <button type="button" className="button" onClick={() => setOpen('menu')} aria-haspopup="dialog">
                Contents
              </button>
            </header>
          </>
        )}
        <Outlet />
      </div>

      <Palette open={open === 'palette'} onOpenChange={close} />
      <Dialog.Root open={open === 'keys'} onOpenChange={close}>
        <Dialog.Portal>
          <Dialog.Backdrop className="backdrop" />
          <Dialog.Popup className="dialog">
            <div className="row spread">
              <Dialog.Title>Keys on this page</Dialog.Title>
              <Dialog.Close className="button">Close</Dialog.Close>
            </div>
            <KeysList />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <Dialog.Root open={open === 'menu'} onOpenChange={close}>
        <Dialog.Portal>
          <Dialog.Backdrop className="backdrop" />
          <Dialog.Popup className="dialog menu">
            <div className="row spread">
              <Dialog.Title>Contents</Dialog.Title>
              <Dialog.Close className="button">Close</Dialog.Close>
            </div>
            <Contents onNavigate={() => setOpen(null)} />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}
